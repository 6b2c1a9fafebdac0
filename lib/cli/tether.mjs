/**
 * Loaded before a child's own code (`node --import`): ends it when its parent is gone, however the parent died,
 * by the connection between the two. Works on every system; where the kernel can do the same it comes second.
 * Children of that child inherit the flag but not the wish: a helper of theirs may live by its own connection.
 */
if (process.channel && process.env.HABEAS_PARENT === String(process.ppid)) {
  process.channel.unref();
  process.on("disconnect", () => {
    setTimeout(() => process.exit(143), 25_000).unref();
    if (!process.emit("SIGTERM", "SIGTERM")) process.exit(143);
  });
}
delete process.env.HABEAS_PARENT;
