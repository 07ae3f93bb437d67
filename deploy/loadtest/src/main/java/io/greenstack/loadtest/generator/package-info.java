/** Load generator: devices that publish numbered messages on an open-loop schedule and note what the broker took. */
package io.greenstack.loadtest.generator;
