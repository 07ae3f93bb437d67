/**
 * What is different between two descriptions, and what that means for the values that are decoded with them. Plain Java, no
 * framework.
 */
package io.greenstack.descriptions.iodd.compare;
