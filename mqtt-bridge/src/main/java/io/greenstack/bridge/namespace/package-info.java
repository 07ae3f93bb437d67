/**
 * Values to everybody: what was decoded goes back to the broker under topics of the plant, for those who do not want to ask an API.
 * Off unless a template is set.
 */
package io.greenstack.bridge.namespace;
