/** Care of the catalog: reading all files anew, and what is left over. */
package io.greenstack.api.maintenance;
