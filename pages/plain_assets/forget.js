// Where a form has been sent or is over: what this phone still keeps of it goes, also when the answer was lost on the way.
try {
  for (const key of Object.keys(localStorage)) {
    if (!key.startsWith("linework:")) continue;
    const draft = JSON.parse(localStorage.getItem(key));
    if (draft?.path === location.pathname || !(Date.now() - draft?.at < 3600e3)) localStorage.removeItem(key);
  }
} catch {}
