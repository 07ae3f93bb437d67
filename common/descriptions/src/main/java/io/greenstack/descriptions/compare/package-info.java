/** What the difference of two layouts means for decoded values, whatever the format of the descriptions. */
package io.greenstack.descriptions.compare;
