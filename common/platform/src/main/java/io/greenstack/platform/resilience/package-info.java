/** Circuit breakers with one meaning in all services, visible in metrics, health data and the log. */
package io.greenstack.platform.resilience;
