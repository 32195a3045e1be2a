// Reloads the page when the site has changed, and shows what is wrong until it is mended.
"use strict";
{
  const { events, version } = document.currentScript.dataset;
  const path = decodeURI(location.pathname).slice(1).replace(/(^|\/)$/, "$1index.html");
  let seen = version;
  const source = new EventSource(events);
  let panel = null;

  const show = (problems) => {
    panel?.remove();
    panel = null;
    if (problems.length === 0) return;
    panel = document.createElement("aside");
    panel.setAttribute("role", "alert");
    // Set one by one through the object model, which a strict content policy allows.
    Object.assign(panel.style, {
      position: "fixed", inset: "auto 0 0 0", zIndex: "2147483647", maxHeight: "70vh",
      overflow: "auto", padding: "1rem 1.5rem", background: "#fff4f2", color: "#5c0f06",
      borderTop: "4px solid #b3261e", font: "15px/1.5 ui-monospace, monospace",
    });
    const title = document.createElement("strong");
    title.textContent = "Not built: this is the last good site.";
    panel.append(title);
    for (const problem of problems) {
      const line = document.createElement("p");
      line.style.margin = "0.5rem 0 0";
      line.style.whiteSpace = "pre-wrap";
      line.textContent = problem;
      panel.append(line);
    }
    document.body.append(panel);
  };

  source.onmessage = (event) => {
    const state = JSON.parse(event.data);
    // A page that was shown before its build was done is what the build has made of it.
    const isKept = state.since === seen && state.kept.includes(path);
    if (state.version !== seen && !isKept) {
      source.close();
      location.reload();
    } else {
      seen = state.version;
      show(state.problems);
    }
  };
  // An open stream takes one of the six connections that a browser grants; give it back early.
  addEventListener("pagehide", () => source.close());
}
