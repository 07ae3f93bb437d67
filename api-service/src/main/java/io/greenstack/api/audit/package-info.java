/** The audit log: who changed what over the API. */
package io.greenstack.api.audit;
