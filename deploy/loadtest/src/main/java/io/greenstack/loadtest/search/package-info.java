/** Measures searches over a large catalog. */
package io.greenstack.loadtest.search;
