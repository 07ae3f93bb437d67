/** Ledger checker: reads the stores back and names every number that is missing, doubled or out of order. */
package io.greenstack.loadtest.check;
