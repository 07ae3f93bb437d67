/** Dead letters that operators send back: taken from Redis and handled again, as if they had just come. */
package io.greenstack.edge.replay;
