/**
 * API keys with scopes: deny by default, hashed in the database, open only on loopback.
 */
package io.greenstack.api.security;
