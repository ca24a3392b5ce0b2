import { Component, type ComponentChildren, createRef } from 'preact';
import { PlainSign } from './DisplayScreen.tsx';

export interface LastPictureProps {
  /** Called once, when something could not be drawn. */
  onFailed: (error: unknown) => void;
  children: ComponentChildren;
}

interface State {
  /** null: all is well. Empty: nothing was ever drawn. */
  readonly kept: readonly Node[] | null;
}

/**
 * When something cannot be drawn, the wall keeps what it showed last: never white, never a stack trace. What stands there
 * then is a picture: nothing in it moves any more, so whoever is told must bring the page back.
 */
export class LastPicture extends Component<LastPictureProps, State> {
  override state: State = { kept: null };
  private readonly box = createRef<HTMLDivElement>();

  override componentDidCatch(error: unknown): void {
    // copies of the elements, not of their text: the page's content security policy refuses styles in markup
    this.setState({ kept: [...(this.box.current?.childNodes ?? [])].map((node) => node.cloneNode(true)) });
    this.props.onFailed(error);
  }

  override render() {
    const { kept } = this.state;
    if (kept?.length === 0) return <PlainSign status="failed">{null}</PlainSign>;
    if (kept) return <div key="kept" class="wall" data-kept="" ref={(box) => box?.replaceChildren(...kept)} />;
    return (
      <div key="live" class="wall" ref={this.box}>
        {this.props.children}
      </div>
    );
  }
}
