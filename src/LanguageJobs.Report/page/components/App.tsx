import { useStore } from '../store/store.js';
import { Changes } from './Changes.js';
import { DocumentView } from './DocumentView.js';
import { Header } from './Header.js';
import { Overview } from './Overview.js';
import { Scores } from './Scores.js';
import { Sidebar } from './Sidebar.js';

export function App() {
  const view = useStore(state => state.view);
  return (
    <div class={`app ${view === 'documents' ? 'listing' : 'reading'}`}>
      <Header />
      <main>
        <Sidebar />
        <div class="shown">
          <Shown />
        </div>
      </main>
    </div>
  );
}

function Shown() {
  switch (useStore(state => state.view)) {
    case 'overview':
      return <Overview />;
    case 'scores':
      return <Scores />;
    case 'changes':
      return <Changes />;
    default:
      return <DocumentView />;
  }
}
