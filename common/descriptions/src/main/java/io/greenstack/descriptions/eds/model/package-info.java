/**
 * An EtherNet/IP EDS file (CIP Volume 1, chapter 7) as immutable records: the generic sections, entries, fields and tokens
 * that keep every character that matters, and over them the typed view of the sections that are understood; {@code line} is always the line of the file, from 1. Plain Java;
 * nothing here knows of HTTP or SQL.
 */
package io.greenstack.descriptions.eds.model;
