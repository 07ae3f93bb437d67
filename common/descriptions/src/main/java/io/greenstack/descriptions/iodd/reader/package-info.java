/**
 * Reads IODD files (main files and language files of IODD 1.0.1 and 1.1) in one streaming pass. Files are untrusted:
 * no document type, no entities, and bounds on size, depth and counts. Damage that leaves the rest understandable
 * becomes a {@link io.greenstack.descriptions.Finding}; anything else an
 * {@link io.greenstack.descriptions.iodd.reader.IoddException}. Plain Java, no framework.
 */
package io.greenstack.descriptions.iodd.reader;

import io.greenstack.descriptions.Finding;
