/**
 * Compiles the assemblies of an EDS file to the process-data layout that decoder and encoder run on. Plain Java; nothing
 * here knows of HTTP or SQL.
 */
package io.greenstack.descriptions.eds.layout;
