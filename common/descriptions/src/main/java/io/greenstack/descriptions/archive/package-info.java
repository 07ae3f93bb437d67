/**
 * Opens uploaded bytes safely: an XML file, or a ZIP with one or many device descriptions, their language files and
 * images, also ZIPs within a ZIP. What a file is, its content tells, not its name. Plain Java, no framework.
 */
package io.greenstack.descriptions.archive;
