/**
 * Settings that services share, as typed mappings. Defaults and the environment variables they come from are in
 * {@code META-INF/microprofile-config.properties} of this module; a service overrides them in its own
 * {@code application.properties}.
 */
package io.greenstack.platform.config;
