/**
 * Mappings: rules that make values, registrations, states and events of whatever somebody publishes as JSON. A rule is a topic
 * filter and expressions in JSONata; evaluation is bounded in time, steps and size. Plain Java.
 */
package io.greenstack.mappings;
