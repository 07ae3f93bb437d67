/** A format that only tests have: what it takes to add one. */
package io.greenstack.descriptions.thing;
