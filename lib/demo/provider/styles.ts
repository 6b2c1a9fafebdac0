/** The house's tokens for one small page, without its machinery: the provider is another company's server. */
export const styles = `
:root{--paper:#FAF8F3;--surface:#FFF;--ink:#16202C;--muted:#4B5763;--line:#C9C4B8;--control:#767066;--accent:#0B5A5A;--on:#FFF;--danger:#A8201A;--focus:#FFBF1F}
@media (prefers-color-scheme:dark){:root{--paper:#0F151C;--surface:#171F29;--ink:#F3F0E9;--muted:#B7C0CA;--line:#354250;--control:#8695A5;--accent:#6AD1C5;--on:#0F151C;--danger:#FF9C92;--focus:#FFD15C}}
@font-face{font-family:"Atkinson Hyperlegible Next";src:url("/account/font.woff2") format("woff2");font-weight:200 800}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1.1875rem/1.55 "Atkinson Hyperlegible Next",system-ui,sans-serif}
header,main{max-width:40rem;margin:0 auto;padding:0 1.25rem}
header{padding-top:1.6rem;padding-bottom:.9rem;position:relative;border-bottom:1px solid var(--line)}
.tab{position:absolute;top:0;width:56px;height:6px;background:var(--accent)}
main{padding-top:1.75rem;padding-bottom:3rem}
h1{font-size:2.4rem;line-height:1.12;letter-spacing:-.018em;margin:0 0 1rem}
p{margin:0 0 1rem}
main>p{color:var(--muted)}
label{display:block;font-weight:650;margin-top:1.75rem}
input{width:100%;max-width:22rem;min-height:3.25rem;padding:.5rem .75rem;font:inherit;color:inherit;background:var(--surface);border:1px solid var(--control);border-radius:4px}
input[aria-invalid]{border:2px solid var(--danger)}
button{min-height:3.25rem;padding:.6rem 1.5rem;font:inherit;font-weight:650;color:var(--on);background:var(--accent);border:1px solid var(--accent);border-radius:4px;cursor:pointer}
a{color:var(--accent)}
.acts{margin-top:2.5rem;display:flex;flex-wrap:wrap;gap:.75rem 1.75rem;align-items:center}
.error,.summary a{color:var(--danger);font-weight:650;margin:0 0 .5rem}
.summary{border:3px solid var(--danger);border-radius:4px;background:var(--surface);padding:1.25rem 1.5rem;margin-bottom:2.25rem}
.summary h2{font-size:1.375rem;margin:0 0 .6rem}
:focus-visible{outline:2px solid var(--ink);box-shadow:0 0 0 2px var(--focus);outline-offset:2px}
@media (forced-colors:active){button{border:2px solid}}
`;
