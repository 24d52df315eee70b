// Draws the API's description; "try it out" sends to this computer only.
addEventListener("DOMContentLoaded", () => {
  SwaggerUIBundle({ url: "/api/v1/openapi.json", domNode: document.getElementById("docs"), deepLinking: true, validatorUrl: null, persistAuthorization: false });
});
