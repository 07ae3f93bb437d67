/** Figures of the catalog, the registry and the database. */
package io.greenstack.api.stats;
