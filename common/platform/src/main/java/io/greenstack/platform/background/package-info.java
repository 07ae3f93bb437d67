/** Work beside the requests: one idiom for all threads of the services. */
package io.greenstack.platform.background;
