/**
 * Dead letters: messages that can never succeed, kept with their reason in one capped Redis stream per service, so that
 * they neither block what comes behind them nor vanish.
 */
package io.greenstack.platform.deadletter;
