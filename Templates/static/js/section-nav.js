// Marks in the page's own navigation which section is being read.

const links = () => Array.from(document.querySelectorAll('.prepare-nav a'));

const observer = new IntersectionObserver((entries) => {
  for (const entry of entries) if (entry.isIntersecting) mark(entry.target.id);
}, { rootMargin: '-20% 0px -70% 0px' });

function mark(id) {
  for (const link of links()) {
    if (link.hash === `#${id}`) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
}

for (const link of links()) {
  const section = document.querySelector(link.hash);
  if (section) observer.observe(section);
}
