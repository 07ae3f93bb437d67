/** Parameter sets that are kept: saved as a device had them, compared, restored, exchanged as files. */
package io.greenstack.api.parameterset;
