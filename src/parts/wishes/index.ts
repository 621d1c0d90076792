export { WishCard } from './WishCard'
