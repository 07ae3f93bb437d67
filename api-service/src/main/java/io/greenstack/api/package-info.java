/** Root of the service; features live in the packages below. */
package io.greenstack.api;
