/** Where values go beside the live view, and what is told of it. */
package io.greenstack.edge.output;
