/** AsyncAPI documents. */
package io.greenstack.generators.asyncapi;
