/** What engineers note about descriptions: status, comments, attachments. */
package io.greenstack.api.note;
