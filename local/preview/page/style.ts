export const STYLE = `
:root { color-scheme: light dark; font: 15px/1.45 system-ui, sans-serif; --line: color-mix(in srgb, GrayText 40%, transparent) }
body { margin: 0; padding: 0 1rem 4rem }
header { position: sticky; top: 0; background: Canvas; padding: .5rem 0; border-bottom: 1px solid GrayText; z-index: 2 }
header p { margin: .1rem 0 }
header label { margin-right: 1rem }
nav a { margin-right: .8rem; padding: .1rem 0 }
nav a[aria-current] { font-weight: 700; text-decoration: none; color: inherit; border-bottom: 2px solid }
h1 { font-size: 1.2rem; margin: 0; display: inline-block; margin-right: 1rem }
h2 { font-size: 1.05rem; margin: 1.5rem 0 .5rem }
h2::first-letter { text-transform: uppercase }
table { border-collapse: collapse; margin-top: 1rem; font-size: .87rem }
caption { text-align: left; padding: .3rem 0 }
td > a :is(b, span) { white-space: nowrap }
th, td { border: 1px solid var(--line); padding: .35rem .5rem; vertical-align: top; text-align: left; min-width: 7.5rem }
th[scope=row] { position: sticky; left: -1rem; background: Canvas; min-width: 9rem }
td a { display: block; text-decoration: none }
td a:hover { text-decoration: underline }
td small { display: block; margin-top: .25rem; color: GrayText }
td small a { color: inherit }
.thumb { width: 6rem; max-height: 7rem; object-fit: cover; object-position: top; display: block; border: 1px solid var(--line) }
.row { display: flex; gap: 1rem; overflow-x: auto; align-items: flex-start }
figure { flex: 0 0 20rem; margin: 0; border: 1px solid var(--line); border-radius: 6px; padding: .5rem }
figure:target { outline: 3px solid Highlight }
.who { display: block; font-weight: 600 }
.course .who { display: none }
iframe { width: 100%; height: 34rem; border: 1px solid var(--line) }
.out { flex: 0 0 14rem; margin: 0; padding: .5rem; color: GrayText; border: 1px dashed var(--line); border-radius: 6px }
section { scroll-margin-top: 8rem }
[hidden] { display: none !important }
figure img { width: 100%; cursor: zoom-in; border: 1px solid var(--line) }
pre { white-space: pre-wrap; max-height: 30rem; overflow: auto; font-size: 12px }
.fault { color: light-dark(#b00020, #ff8095); font-weight: 600; margin: .25rem 0 }
dialog { max-width: 96vw; max-height: 96vh; padding: 0; border: 0 }
dialog img { width: auto; max-width: 96vw; cursor: zoom-out }
`;
