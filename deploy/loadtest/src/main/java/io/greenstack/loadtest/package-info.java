/** Command line of the load tests. */
package io.greenstack.loadtest;
