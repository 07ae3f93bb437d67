/**
 * How far a description can be trusted: is its stamp right, and does the model hold everything the file says. Plain Java,
 * no framework.
 */
package io.greenstack.descriptions.iodd.trust;
