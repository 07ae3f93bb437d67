/** Search over descriptions, what is in them, and devices. */
package io.greenstack.api.search;
