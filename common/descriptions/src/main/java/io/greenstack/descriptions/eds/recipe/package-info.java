/**
 * What to enter into a scanner to open a connection of an EDS file, and ready snippets. Plain Java; nothing here knows
 * of HTTP or SQL.
 */
package io.greenstack.descriptions.eds.recipe;
