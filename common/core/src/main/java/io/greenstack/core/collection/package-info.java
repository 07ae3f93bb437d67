/** Collections with a bound. */
package io.greenstack.core.collection;
