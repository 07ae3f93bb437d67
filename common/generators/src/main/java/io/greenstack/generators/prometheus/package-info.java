/** Alert rules of Prometheus. */
package io.greenstack.generators.prometheus;
