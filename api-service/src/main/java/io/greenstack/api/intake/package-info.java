/**
 * Takes the bodies of requests in before any worker thread is asked to do anything with them, so that clients that send slowly
 * cost no worker. Bodies are bounded in size, in pace and all together in memory.
 */
package io.greenstack.api.intake;
