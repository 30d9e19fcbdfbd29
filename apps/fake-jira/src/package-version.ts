/** Set when the package is bundled. */
declare const __PACKAGE_VERSION__: string | undefined;

/** The version of the package that is running; `source` where its sources run without a build. */
export const packageVersion = typeof __PACKAGE_VERSION__ === 'undefined' ? 'source' : __PACKAGE_VERSION__;
