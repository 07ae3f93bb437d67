/** What the packaged services cost: start, memory and processor time, at rest and with messages. */
package io.greenstack.loadtest.costs;
