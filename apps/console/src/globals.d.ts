/** Files of the API explorer, which the build has put beside the console. */
declare const __EXPLORER__: { readonly script: string; readonly style: string };
