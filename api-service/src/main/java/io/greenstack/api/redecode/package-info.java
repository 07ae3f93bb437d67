/** History made anew from raw process data, after a description or a binding was corrected. */
package io.greenstack.api.redecode;
