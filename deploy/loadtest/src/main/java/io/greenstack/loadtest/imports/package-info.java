/** How fast a library of device descriptions gets into the catalog, and in how much memory. */
package io.greenstack.loadtest.imports;
