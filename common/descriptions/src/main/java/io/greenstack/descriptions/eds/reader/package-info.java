/** Reads an EDS file into its model, checks it and writes it back. Plain Java; nothing here knows of HTTP or SQL. */
package io.greenstack.descriptions.eds.reader;
