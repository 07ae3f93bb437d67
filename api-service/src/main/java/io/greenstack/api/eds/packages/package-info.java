/**
 * Vendors' ZIPs with EDS files, as they were imported: which files came together, in which variants and version folders.
 */
package io.greenstack.api.eds.packages;
