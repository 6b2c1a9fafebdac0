/**
 * A mail's HTML for a frame of the mailbox: links leave the frame, and the one to the case's page leads to where the
 * house stands now, whatever its address was when the mail was written.
 * @param mail HTML from our own layout, in which every `"` of a text is escaped
 * @param path the page of the case, `/ipc/track/HB-7K4Q-2M9X`
 */
export function forFrame(mail: string, path: string): string {
  return mail
    .replace("</head>", () => '<base target="_top">\n</head>')
    .replace(/href="[^"]*"/g, (link) => (link.endsWith(`${path}"`) ? `href="${path}"` : link));
}
