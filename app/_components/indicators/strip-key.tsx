import "./strip.css";

/** What the marks of the strips stand for. */
export function StripKey() {
  return (
    <ul className="strip-key" aria-label="Marks of the strips">
      <Mark says="now">
        <circle cx="9" cy="7" r="5" fill="var(--era-ai)" />
      </Mark>
      <Mark says="the value before it">
        <circle cx="9" cy="7" r="3.25" fill="var(--paper)" stroke="var(--era-ai)" strokeWidth="1.5" />
      </Mark>
      <Mark says="internet at the same age">
        <path d="M9 2 L14 11 L4 11 Z" fill="none" stroke="var(--era-dotcom)" strokeWidth="1.75" />
      </Mark>
      <Mark says="dot-com peak">
        <line x1="9" x2="9" y1="0" y2="14" stroke="var(--ink)" />
      </Mark>
      <Mark says="beyond the strip, which runs from calm years to one and a half times the peak">
        <path d="M4 1 L13 7 L4 13 Z" fill="var(--era-ai)" />
      </Mark>
    </ul>
  );
}

function Mark({ says, children }: { readonly says: string; readonly children: React.ReactNode }) {
  return (
    <li>
      <svg aria-hidden="true" viewBox="0 0 18 14">
        {children}
      </svg>
      {says}
    </li>
  );
}
