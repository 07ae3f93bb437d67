/** What an edge service answers over HTTP besides its health. */
package io.greenstack.edge.http;
