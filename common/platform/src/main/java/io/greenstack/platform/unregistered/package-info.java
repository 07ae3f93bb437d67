/** What devices that are not registered have sent, as far as it is kept. */
package io.greenstack.platform.unregistered;
