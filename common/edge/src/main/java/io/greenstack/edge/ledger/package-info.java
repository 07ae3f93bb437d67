/** Accounting of messages: every message that came in is somewhere, and the figures add up. */
package io.greenstack.edge.ledger;
