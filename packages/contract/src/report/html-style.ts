/** Works without a network, in light and dark. */
export const style = `
:root { color-scheme: light dark; --good: light-dark(#1a7f37, #3fb950); --bad: light-dark(#cf222e, #f85149); --none: light-dark(#6e7781, #8b949e); --line: light-dark(#d0d7de, #30363d); }
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 75rem; padding: 0 1rem; }
h1 { font-size: 1.5rem } h2 { font-size: 1.2rem; margin-top: 2rem } h3 { font-size: 1rem } h4 { margin: 0; font-size: .9rem }
table { border-collapse: collapse; margin: .5rem 0 1rem } th, td { border: 1px solid var(--line); padding: .2rem .6rem; text-align: left; vertical-align: top }
th { font-weight: 600 } small { font-weight: normal; color: var(--none) }
pre { overflow: auto; max-height: 24rem; border: 1px solid var(--line); padding: .6rem; font-size: .85rem; white-space: pre-wrap }
summary { cursor: pointer; font-weight: 600; padding: .2rem 0 }
.sums span { margin-right: 1.5rem; font-weight: 600 }
.passed { color: var(--good) } .failed { color: var(--bad) } .skipped { color: var(--none) } tr.passed td:nth-child(n+2), tr.skipped td:nth-child(2) { color: inherit }
.outcomes td span { display: inline-block; border: 2px solid currentColor; border-radius: .3rem; padding: 0 .4rem; margin: .1rem; font-weight: 600 }
.outcomes td :is(.assumed, .inferred) { border-style: dotted } .outcomes td :is(.recorded, .corroborated) { border-style: dashed }
.badge { border: 1px solid var(--line); border-radius: 1rem; padding: 0 .6rem; font-size: .8rem; white-space: nowrap }
.badge:is(.assumed, .inferred) { border-style: dotted } .badge:is(.recorded, .corroborated) { border-style: dashed }
.exchange { display: grid; grid-template-columns: repeat(auto-fit, minmax(20rem, 1fr)); gap: 1rem }
.failure { border-left: 4px solid var(--bad); padding-left: 1rem; margin-bottom: 2rem }
`;
